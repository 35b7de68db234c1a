return await SearchService.SearchServiceProgram.RunAsync(args, TimeProvider.System);
