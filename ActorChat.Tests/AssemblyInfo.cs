// Test classes run in parallel: each has its own actor system, its own ports (0) and its own temporary folder. Two for each processor,
// as many of them wait for another process most of the time.
[assembly: Xunit.CollectionBehavior(Xunit.CollectionBehavior.CollectionPerClass, MaxParallelThreads = 4)]
[assembly: Xunit.TestCollectionOrderer("ActorChat.Tests.LongestFirst", "ActorChat.Tests")]
