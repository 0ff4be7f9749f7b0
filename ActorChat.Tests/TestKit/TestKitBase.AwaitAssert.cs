namespace Akka.TestKit;

/// <content>Waiting until assertions hold: makes them again and again, and fails as they failed last.</content>
public abstract partial class TestKitBase
{
    /// <summary>Waits until the assertion holds.</summary>
    public void AwaitAssert(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var end = Now + RemainingOrDilated(duration);
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch (Exception) when (Now < end)
            {
                // Not yet: look again.
            }

            cancellationToken.WaitHandle.WaitOne(interval ?? LookInterval);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits until the assertion holds.</summary>
    public Task AwaitAssertAsync(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertAsync(() => { assertion(); return Task.CompletedTask; }, duration, interval, cancellationToken);

    /// <summary>Waits until the assertion holds.</summary>
    public async Task AwaitAssertAsync(Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var end = Now + RemainingOrDilated(duration);
        while (true)
        {
            try
            {
                await assertion().ConfigureAwait(false);
                return;
            }
            catch (Exception) when (Now < end)
            {
                // Not yet: look again.
            }

            await Task.Delay(interval ?? LookInterval, cancellationToken).ConfigureAwait(false);
        }
    }
}
