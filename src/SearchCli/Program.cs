return await SearchCli.SearchCliProgram.RunAsync(args);
