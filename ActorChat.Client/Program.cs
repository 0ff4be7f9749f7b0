using ActorChat.Client;

return (int)await ClientProgram.RunAsync(args);
