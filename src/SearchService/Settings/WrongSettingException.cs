namespace SearchService.Settings;

/// <summary>Thrown for an invalid command line; the message says what is invalid and what was expected.</summary>
public sealed class WrongSettingException(string message) : Exception(message);
