namespace SearchService.Settings;

/// <summary>A command line of the service that cannot be read; the message says what is wrong and what was expected.</summary>
public sealed class WrongSettingException(string message) : Exception(message);
