return await Indexer.IndexerProgram.RunAsync(args, TimeProvider.System);
