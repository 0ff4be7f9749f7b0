using ActorChat.Client;

return (int)(Icu.IsInUse() ? await ClientProgram.RunAsync(args) : ExitCode.LibraryMissing);
