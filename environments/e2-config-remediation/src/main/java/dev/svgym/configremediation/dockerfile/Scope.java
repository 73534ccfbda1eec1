package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Variables.Variable;
import dev.svgym.configremediation.model.PartialText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The variables at one place of a Dockerfile. */
final class Scope implements Variables {

    /** Under this key stands the text of a value that could not be resolved. */
    static final String UNRESOLVED = PartialText.UNRESOLVED;

    private static final Set<String> PREDEFINED =
            Set.of(
                    "TARGETPLATFORM",
                    "TARGETOS",
                    "TARGETARCH",
                    "TARGETVARIANT",
                    "TARGETSTAGE",
                    "BUILDPLATFORM",
                    "BUILDOS",
                    "BUILDARCH",
                    "BUILDVARIANT");

    private final char escape;
    private final Variable otherwise;
    private final Map<String, Variable> arguments = new HashMap<>();
    private final Map<String, Variable> environment = new HashMap<>();

    private Scope(char escape, Variable otherwise) {
        this.escape = escape;
        this.otherwise = otherwise;
    }

    /** Before the first stage, where nothing comes from an image. */
    static Scope global(char escape) {
        return new Scope(escape, new Variable.Unset());
    }

    /** Of a stage upon an image that may bring variables of its own. */
    static Scope uponImage(char escape) {
        return new Scope(escape, new Variable.Unknown());
    }

    /** Of a stage upon one that has this scope at its end. */
    Scope next() {
        var next = new Scope(escape, otherwise);
        next.arguments.putAll(arguments);
        next.environment.putAll(environment);
        return next;
    }

    @Override
    public Variable of(String name) {
        if (environment.containsKey(name)) {
            return environment.get(name);
        }
        if (arguments.containsKey(name)) {
            return arguments.get(name);
        }
        return PREDEFINED.contains(name) ? new Variable.Unknown() : otherwise;
    }

    void argument(String name, JsonNode value) {
        arguments.put(name, variable(value));
    }

    /** Without a default, so that only whoever builds can say. */
    void argument(String name) {
        arguments.put(name, new Variable.Unknown());
    }

    void environment(String name, JsonNode value) {
        environment.put(name, variable(value));
    }

    private static Variable variable(JsonNode value) {
        return value.isString() ? new Variable.Known(value.stringValue()) : new Variable.Unknown();
    }

    /** What a text comes to: a text, or the mark of one that is not known. */
    JsonNode value(String text, int line) {
        var lexer = new WordLexer(escape, this);
        try {
            String word = lexer.word(text);
            return lexer.hasUnknown() ? unresolved(word) : node(word);
        } catch (UnreadableWordException e) {
            throw new UnsoundDockerfileException(line, e.why());
        }
    }

    /** The text of a name, whose variables stay as they are where they are not known. */
    String name(String text, int line) {
        JsonNode value = value(text, line);
        return value.isString() ? value.stringValue() : value.path(UNRESOLVED).stringValue();
    }

    /** The words that a text comes to. */
    List<String> words(String text, int line) {
        try {
            return new WordLexer(escape, this).words(text);
        } catch (UnreadableWordException e) {
            throw new UnsoundDockerfileException(line, e.why());
        }
    }

    /** What a here-document comes to, in which quotes stand for themselves. */
    JsonNode document(Heredoc heredoc, int line) {
        if (!heredoc.expand()) {
            return node(heredoc.text());
        }
        var lexer = new WordLexer('\\', this).ignoringQuotes();
        try {
            String text = lexer.word(heredoc.text());
            return lexer.hasUnknown() ? unresolved(text) : node(text);
        } catch (UnreadableWordException e) {
            throw new UnsoundDockerfileException(line, e.why());
        }
    }

    private static JsonNode node(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static JsonNode unresolved(String text) {
        ObjectNode mark = JsonNodeFactory.instance.objectNode();
        return mark.put(UNRESOLVED, text);
    }
}
