// Test classes run in parallel: each has its own actor system, its own ports (0) and its own temporary folder.
[assembly: Xunit.CollectionBehavior(Xunit.CollectionBehavior.CollectionPerClass, DisableTestParallelization = false)]
