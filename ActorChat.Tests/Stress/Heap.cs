namespace ActorChat.Tests.Stress;

/// <summary>What is really still there.</summary>
internal static class Heap
{
    /// <summary>The bytes in use when everything that can be collected has been.</summary>
    public static long Collected()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
