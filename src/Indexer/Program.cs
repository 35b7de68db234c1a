using System.Globalization;

// Output is for scripts and for people of any country: one form of numbers and dates.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// No text of an archive, however it was made, keeps a pattern busy for longer: the record is rejected then.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(2));
return await Indexer.IndexerProgram.RunAsync(args, TimeProvider.System);
