using Akka.Configuration;
using Akka.Configuration.Hocon;
using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class SubstitutionSpecs
{
    [Fact]
    public void A_later_value_is_seen_by_an_earlier_substitution()
    {
        var config = Read("""
            bar { a = ${foo.d}, b = 1 }
            bar.b = 3
            foo { c = ${bar.b}, d = 2 }
            foo.d = 4
            """);

        Assert.Equal(4, config.GetInt("bar.a"));
        Assert.Equal(3, config.GetInt("foo.c"));
    }

    [Fact]
    public void A_value_that_names_its_own_key_means_the_earlier_value()
    {
        Assert.Equal(["a", "b", "c"], Read("path = [a]\npath = ${path} [b]\npath = ${path} [c]").GetStringList("path"));
        Assert.Equal("abc", Read("x = a\nx = ${x}b\nx = ${x}c").GetString("x"));
        Assert.Equal("b", Read("x = ${?x}b").GetString("x"));
    }

    [Fact]
    public void A_value_can_be_made_of_a_part_of_the_earlier_value()
    {
        var foo = Read("foo : { a : { c : 1 } }\nfoo : ${foo.a}\nfoo : { a : 2 }").GetConfig("foo")!;

        Assert.Equal(2, foo.GetInt("a"));
        Assert.Equal(1, foo.GetInt("c"));
    }

    [Fact]
    public void Plus_equals_adds_a_value_to_a_list_and_begins_the_list_where_there_is_none()
    {
        Assert.Equal([1, 2, 3], Read("a = [1]\na += 2\na += 3").GetIntList("a"));
        Assert.Equal(["x y"], Read("a.b += x y").GetStringList("a.b"));
        Assert.Equal(2, Read("a += { b = 1 }\na += { b = 2 }").GetValue("a")!.GetArray()[1].GetObject()!.Items["b"].GetInt());
        Assert.Equal([1, 2], Read("base.list = [1]\na = ${base}\na.list += 2").GetIntList("a.list"));
    }

    [Fact]
    public void Plus_equals_inside_a_list_adds_to_the_key_of_the_same_item()
    {
        var items = Read("base.n = [0]\nlist = [{ n = [1], n += 2 }, ${base} { n += 3 }]").GetValue("list")!.GetArray();

        Assert.Equal([1, 2], items[0].GetObject()!.Items["n"].GetIntList());
        Assert.Equal([0, 3], items[1].GetObject()!.Items["n"].GetIntList());
    }

    [Fact]
    public void Plus_equals_needs_a_list()
    {
        Assert.Equal("line 2, column 3: text stands next to a list: expected a list here too", ErrorOf("a = 1\na += 2"));
    }

    [Fact]
    public void An_object_can_be_made_out_of_another_with_changes()
    {
        var config = Read("""
            defaults { host = localhost, port = 80, tls { on = false, name = x } }
            server = ${defaults} { port = 81, tls.on = true, url = ${server.host}":"${server.port} }
            """);

        Assert.Equal("localhost:81", config.GetString("server.url"));
        Assert.True(config.GetBoolean("server.tls.on"));
        Assert.Equal("x", config.GetString("server.tls.name"));
        Assert.Equal(80, config.GetInt("defaults.port"));
    }

    [Fact]
    public void A_template_may_name_what_only_its_user_fills_in()
    {
        var config = Read("defaults.url = \"http://\"${server.host}\nserver = ${defaults} { host = x }");

        Assert.Equal("http://x", config.GetString("server.url"));
    }

    [Fact]
    public void A_template_may_name_at_any_depth_what_its_user_changes()
    {
        var config = Read("""
            defaults { url = ${server.tls.host}, tls { host = x, port = 1 } }
            server = ${defaults}
            server.tls.host = y
            """);

        Assert.Equal(("y", "y"), (config.GetString("server.url"), config.GetString("defaults.url")));
        Assert.Equal(1, config.GetInt("server.tls.port"));
        Assert.Equal("x", config.GetString("defaults.tls.host"));
    }

    [Fact]
    public void A_substitution_of_a_single_value_hides_the_keys_before_it()
    {
        Assert.False(Read("a.x = 1\na = ${b}\nb = 5\nc = ${?a.x}").HasPath("c"));
        Assert.False(Read("a.x = 1\na = ${b}\nb = ${d}\nd = 5\nc = ${?a.x}").HasPath("c"));
        Assert.False(Read("c = ${?a.x}\na.x = 1\na = ${b}\nb = ${d}\nd = 5").HasPath("c"));
        Assert.Equal(2, Read("a.x = 1\na = ${b}\nb = 5\na.x = 2\nc = ${?a.x}").GetInt("c"));
    }

    [Fact]
    public void An_object_can_be_extended_by_itself_many_times()
    {
        var lines = Enumerable.Range(0, 100).Select(i => $"a = ${{a}} {{ k{i} = {i} }}");
        var config = Read("q = ${?a.no}\nr = ${a.k0}\na {}\n" + string.Join('\n', lines));

        Assert.Equal(0, config.GetInt("r", -1));
        Assert.Equal(99, config.GetInt("a.k99"));
        Assert.False(config.HasPath("q"));
    }

    [Fact]
    public void A_key_below_a_substitution_is_found()
    {
        Assert.Equal(1, Read("a = ${b}\nb = ${c}\nc.x.y = 1\nd = ${a.x.y}").GetInt("d"));
    }

    [Fact]
    public void An_optional_substitution_that_names_nothing_leaves_nothing()
    {
        var config = Read("a = 1\na = ${?no}\nb = ${?no}\nc = [1, ${?no}, 2]\nd = x ${?no}\ne = ${?no} ${?no}\nf = [1] ${?no}");

        Assert.Equal(1, config.GetInt("a"));
        Assert.False(config.HasPath("b"));
        Assert.Equal([1, 2], config.GetIntList("c"));
        Assert.Equal("x", config.GetString("d"));
        Assert.False(config.HasPath("e"));
        Assert.Equal([1], config.GetIntList("f"));
    }

    [Fact]
    public void A_substitution_that_a_later_value_hides_need_not_lead_anywhere()
    {
        Assert.Equal(1, Read("a = ${no.such}\na = 1").GetInt("a"));
        Assert.Equal(1, Read("a = { b = ${no.such} }\na = 1").GetInt("a"));
    }

    [Fact]
    public void The_text_comes_before_the_environment()
    {
        var name = "ACTORCHAT_SPEC_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, "outside");

        var config = Read($"a = default\na = ${{?{name}}}\nb = ${{{name}}}\nc.{name} = inside\nd = default\nd = ${{?{name}_no}}");

        Assert.Equal("outside", config.GetString("a"));
        Assert.Equal("outside", config.GetString("b"));
        Assert.Equal("default", config.GetString("d"));
        Assert.Equal("inside", Read($"{name} = inside\nb = ${{{name}}}").GetString("b"));
        Assert.Equal("outside+", Read($"{name} = ${{{name}}}+").GetString(name));
    }

    [Fact]
    public void Circles_end_at_the_earlier_values()
    {
        var config = Read("a = 1\nb = 2\na = ${b}\nb = ${a}");

        Assert.Equal(config.GetInt("a"), config.GetInt("b"));
    }

    [Fact]
    public void A_null_beside_text_is_a_word()
    {
        Assert.Equal("null x", Read("a = null x").GetString("a"));
        Assert.Equal("null", Read("a = \"null\"").GetString("a"));
        Assert.Null(Read("a = null\nb = ${a}").GetString("b"));
    }

    [Fact]
    public void Spaces_between_words_are_kept_as_they_are()
    {
        Assert.Equal("a \t b x  y", Read("s = x\nv =  a \t b ${s}  y ").GetString("v"));
        Assert.Equal(" a ", Read("v = \" a \"").GetString("v"));
    }

    [Fact]
    public void The_substitutions_of_a_text_are_told_with_what_they_led_to()
    {
        var root = Parser.Parse("a = 1\nb = ${a}\nc = ${?\"no such\".x}", null);

        Assert.Equal("1", Assert.Single(root.Value.GetObject()!.Items, item => item.Key == "b").Value.GetString());
        Assert.Equal(["${a}", "${?\"no such\".x}"], root.Substitutions.Select(one => one.ToString()));
        Assert.Equal(["1", null], root.Substitutions.Select(one => one.ResolvedValue?.GetString()));
        Assert.Equal(root.Substitutions, new Config(root).Substitutions);
    }
}
