using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class ErrorPositionSpecs
{
    [Theory]
    [InlineData("a = \"b", "line 1, column 5: this '\"' is never closed: expected another '\"' on the same line")]
    [InlineData("a = \"b\nc\"", "line 1, column 5: this '\"' is never closed: expected another '\"' on the same line")]
    [InlineData("a = \"\"\"b\nc\"\"", "line 1, column 5: this '\"\"\"' is never closed: expected another '\"\"\"' before the end of the text")]
    [InlineData("a {\n b = 1\n", "line 1, column 3: this '{' is never closed: expected '}' before the end of the text")]
    [InlineData("{ a = 1", "line 1, column 1: this '{' is never closed: expected '}' before the end of the text")]
    [InlineData("a = [1,\n2", "line 1, column 5: this '[' is never closed: expected ']' before the end of the text")]
    [InlineData("a = ${b", "line 1, column 5: this '${' is never closed: expected '}' on the same line")]
    public void What_is_opened_must_be_closed(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = 1\n}", "line 2, column 1: this '}' closes nothing")]
    [InlineData("{ a = 1 } b = 2", "line 1, column 11: expected the end of the text after the last '}', found 'b'")]
    [InlineData("a = [1}", "line 1, column 7: expected a new line, ',' or ']' after a value of this list, found '}'")]
    public void What_is_closed_must_be_open(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a =", "line 1, column 4: expected a value for 'a', found the end of the text")]
    [InlineData("a = \nb = 1", "line 1, column 3: expected a value for 'a' after '='")]
    [InlineData("x { a = }", "line 1, column 9: expected a value for 'a', found '}'")]
    [InlineData("a.\"b c\" = ,", "line 1, column 11: expected a value for 'a.\"b c\"', found ','")]
    [InlineData("a = [1,,2]", "line 1, column 8: expected a value or ']' in this list, found ','")]
    [InlineData("a +=", "line 1, column 5: expected a value for 'a', found the end of the text")]
    public void A_key_and_a_comma_need_a_value(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a", "line 1, column 2: expected '=', ':' or '{' after the key 'a', found the end of the text")]
    [InlineData("a b\nc = 1", "line 1, column 4: expected '=', ':' or '{' after the key '\"a b\"', found the end of the line")]
    [InlineData("a ]", "line 1, column 3: expected '=', ':' or '{' after the key 'a', found ']'")]
    [InlineData("= 1", "line 1, column 1: expected a key, found '='")]
    [InlineData("a = 1,,b = 2", "line 1, column 7: expected a key, found ','")]
    [InlineData("${a} = 1", "line 1, column 1: expected a key, found '${a}'")]
    [InlineData("[1]", "line 1, column 1: expected a key, found '['")]
    [InlineData("a..b = 1", "line 1, column 1: expected a key before and after every '.'; a key without characters is written \"\"")]
    [InlineData("a. = 1", "line 1, column 1: expected a key before and after every '.'; a key without characters is written \"\"")]
    public void A_value_needs_a_key(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = 1 b = 2", "line 1, column 9: expected a new line or ',' after the value of 'a', found '='")]
    [InlineData("x {\n  a = 1 : 2\n}", "line 2, column 9: expected a new line, ',' or '}' after the value of 'a', found ':'")]
    public void Values_are_parted_by_new_lines_or_commas(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = \"\\x\"", "line 1, column 6: after '\\' expected one of \" \\ / b f n r t u; a backslash itself is written \\\\")]
    [InlineData("a = \"\\", "line 1, column 6: after '\\' expected one of \" \\ / b f n r t u; a backslash itself is written \\\\")]
    [InlineData("a = \"ab\\u12G4\"", "line 1, column 8: after '\\u' expected four hexadecimal digits")]
    public void A_backslash_begins_an_escape(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = b@c", "line 1, column 6: '@' must be inside double quotes")]
    [InlineData("a = $b", "line 1, column 5: '$' must be inside double quotes; a substitution is written ${path}")]
    [InlineData("a = C:\\x", "line 1, column 6: expected a new line or ',' after the value of 'a', found ':'")]
    [InlineData("a = b\0", "line 1, column 6: the control character U+0000 must be inside quotes, as \\u0000")]
    public void Some_signs_must_be_quoted(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = [1] b", "line 1, column 9: text cannot follow a list in one value")]
    [InlineData("a = b { c = 1 }", "line 1, column 7: an object cannot follow text in one value")]
    [InlineData("a = { b = 1 } [2]", "line 1, column 15: a list cannot follow an object in one value")]
    [InlineData("x = text\na = ${x} [2]", "line 2, column 5: text stands next to a list: expected a list here too")]
    [InlineData("x = text\na = ${x} { b = 1 }", "line 2, column 5: text stands next to an object: expected an object here too")]
    [InlineData("x = null\na = { b = 1 } ${x}", "line 2, column 15: null stands next to an object: expected an object here too")]
    [InlineData("x = [1]\ny { z = 1 }\na = ${y} ${x}", "line 3, column 10: a list stands next to an object: expected an object here too")]
    [InlineData("x = [1]\na = b ${x}", "line 2, column 5: text stands next to a list: expected a list here too")]
    public void Pieces_of_different_kinds_do_not_make_a_value(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("a = 1\nb = x ${no.such}", "line 2, column 7: ${no.such} names nothing: there is no such key, and no such environment variable")]
    [InlineData("a = ${a}", "line 1, column 5: ${a} leads back to itself, and there is no earlier value")]
    [InlineData("a = ${b}\nb = ${a}", "line 2, column 5: ${a} leads back to itself, and there is no earlier value")]
    [InlineData("a { b = ${a} }", "line 1, column 3: this object holds itself, by a substitution that is inside it")]
    [InlineData("a = [${a}]", "line 1, column 6: ${a} leads back to itself, and there is no earlier value")]
    [InlineData("a = ${}", "line 1, column 5: expected a path such as a.b in '${}'")]
    [InlineData("a = ${b..c}", "line 1, column 5: expected a path such as a.b in '${b..c}'")]
    public void A_substitution_must_lead_to_a_value(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Fact]
    public void The_first_error_of_a_text_is_the_one_that_is_told()
    {
        Assert.StartsWith("line 1, column 5: ", ErrorOf("a = ]\n@ = \"\\x"), StringComparison.Ordinal);
    }
}
