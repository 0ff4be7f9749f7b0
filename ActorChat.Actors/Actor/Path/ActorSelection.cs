namespace Akka.Actor;

/// <summary>The actors at a path, found anew for each message told.</summary>
public class ActorSelection : ICanTell
{
    /// <summary>The selection of nobody.</summary>
    public ActorSelection()
        : this(ActorRefs.Nobody, Array.Empty<SelectionPathElement>())
    {
    }

    /// <summary>The actors some steps away from the anchor.</summary>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path) => (Anchor, Path) = (anchor, path);

    /// <summary>The actors at a path relative to the anchor.</summary>
    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Split('/', StringSplitOptions.RemoveEmptyEntries))
    {
    }

    /// <summary>The actors at a path relative to the anchor.</summary>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, elements.Select(ToStep).ToArray())
    {
    }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The steps.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The steps as text, for example <c>/user/node/*</c>.</summary>
    public string PathString => "/" + string.Join('/', (object[])Path);

    /// <summary>Tells all actors of the selection.</summary>
    public void Tell(object message, IActorRef? sender = null)
    {
        if (InternalActorRef.Of(Anchor) is { } anchor)
            ActorSelectionRouting.Deliver(anchor, new ActorSelectionMessage(message, Path), sender ?? ImplicitSender.Current);
    }

    /// <summary>The one actor of the selection.</summary>
    /// <exception cref="ActorNotFoundException">None answered in time.</exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>The one actor of the selection.</summary>
    /// <exception cref="ActorNotFoundException">None answered in time.</exception>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(0), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException($"No actor at {PathString}.");
        }
        catch (AskTimeoutException late)
        {
            throw new ActorNotFoundException($"No actor answered at {PathString} in time.", late);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path}), Path({PathString})]";

    private static SelectionPathElement ToStep(string element) => element switch
    {
        ".." => new SelectParent(),
        _ when element.AsSpan().IndexOfAny('*', '?') >= 0 => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}
