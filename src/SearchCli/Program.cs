using System.Globalization;

// Output is for scripts and for people of any country: one form of numbers and dates.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await SearchCli.SearchCliProgram.RunAsync(
    args, TimeProvider.System, Environment.GetEnvironmentVariable("NEWSSEARCH_SERVER"),
    Environment.GetEnvironmentVariable("NEWSSEARCH_CREDENTIAL"));
