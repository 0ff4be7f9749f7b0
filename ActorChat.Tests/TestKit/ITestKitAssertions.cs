namespace Akka.TestKit;

/// <summary>How a test kit says that an expectation was not met: the seam to the test framework.</summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test. The arguments fill <c>{0}</c>, <c>{1}</c> …; without any the text is taken as it is.</summary>
    void Fail(string format = "", params object?[] args);

    /// <summary>Fails unless the condition holds.</summary>
    void AssertTrue(bool condition, string format = "", params object?[] args);

    /// <summary>Fails if the condition holds.</summary>
    void AssertFalse(bool condition, string format = "", params object?[] args);

    /// <summary>Fails unless both are equal.</summary>
    void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args);

    /// <summary>Fails unless the comparer finds both equal.</summary>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args);
}
