using System.Collections;
using System.Reflection;
using System.Resources;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Tests.Client;

public class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places_for_values()
    {
        var spanish = Load("es");
        var english = Load("en");

        Assert.Equal(spanish.Keys.Order(), english.Keys.Order());
        Assert.All(spanish, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
    }

    [Fact]
    public void Every_text_of_the_class_exists_and_every_text_that_exists_is_used()
    {
        var byReason = Enum.GetNames<ConnectFailure>()
            .Where(name => name is not nameof(ConnectFailure.None)).Select(name => name is nameof(ConnectFailure.Refused) ? "NoServer" : name);
        var members = typeof(Texts).GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo { PropertyType.Name: nameof(String) } or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Where(name => name is not nameof(Texts.CannotConnect));

        Assert.Equal(Load("es").Keys.Order(), members.Concat(byReason).Order());
    }

    private static Dictionary<string, string> Load(string language)
    {
        var resources = new ResourceManager(typeof(Texts));
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language is "es")!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static int Places(string text) => Enumerable.Range(0, 9).Count(n => text.Contains($"{{{n}}}", StringComparison.Ordinal));
}
