package dev.svgym.environment.testkit;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What agents and callers send when they are broken, lazy or malicious. */
public final class HostileInput {

    private static final int DEEP = 100_000;
    private static final int HUGE = 1_000_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Texts that are not one strict JSON object: invalid answers in every environment. */
    public static final List<String> TEXTS =
            List.of(
                    "",
                    " \t\r\n",
                    "null",
                    "true",
                    "0",
                    "-1e999",
                    "NaN",
                    "[]",
                    "[{}]",
                    "\"\"",
                    "\"{}\"",
                    "{",
                    "}",
                    "{}}",
                    "{}{}",
                    "{} and that is my answer",
                    "My answer: {}",
                    "{'a': 1}",
                    "{\"a\": 1,}",
                    "{a: 1}",
                    "{\"a\": 1 /* sure */}",
                    "// sure\n{}",
                    "{\"a\": 1, \"a\": 1}",
                    "{\"a\": NaN}",
                    "{\"a\": -Infinity}",
                    "{\"a\": 1e999}",
                    "{\"a\": 1e-999}",
                    "{\"a\": 1e99999999999}",
                    "{\"a\": " + "9".repeat(5_000) + "}",
                    "{\"a\": +1}",
                    "{\"a\": \"\\x\"}",
                    "{\"a\": \"\n\"}",
                    "\u0000",
                    "{\u0000}",
                    "\uFEFF{}",
                    "\u202E{}",
                    "\uD83D\uDE00",
                    "\uD800",
                    "x".repeat(119) + "\uD83D\uDE00".repeat(10),
                    "<think>",
                    "<think>{}",
                    "<think></think>",
                    "<think></think><think></think>{}",
                    "</think>{}",
                    "```",
                    "```json\n{}",
                    "```json\n{}\n```\n```json\n{}\n```",
                    "```json {}```",
                    "%s%n%d ${jndi:ldap://localhost/a} #{1+1} <script>alert(1)</script>",
                    "[".repeat(DEEP),
                    "{\"a\":".repeat(DEEP),
                    "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                    "x".repeat(HUGE),
                    "{\"a\": \"" + "x".repeat(HUGE) + "\"}",
                    "\uD83D\uDE00".repeat(HUGE / 4));

    /** Strict JSON objects that no environment asks for. */
    public static final List<String> OBJECTS =
            List.of(
                    "{}",
                    "{\"\": {}}",
                    "{\"\\ud800\": 1}",
                    "{\"\\u0000\": 1}",
                    "{\"__proto__\": {\"success\": 1}}",
                    "{\"success\": 1, \"reward\": 1}",
                    "{\"class\": \"java.lang.Runtime\"}",
                    "{\"" + "k".repeat(10_000) + "\": 1}",
                    "{\"a\":".repeat(30) + "1" + "}".repeat(30));

    /** JSON values of every type, for places that want one of them. */
    public static final List<JsonNode> VALUES =
            List.of(
                    JsonNodeFactory.instance.nullNode(),
                    JsonNodeFactory.instance.booleanNode(true),
                    JsonNodeFactory.instance.numberNode(0),
                    JsonNodeFactory.instance.numberNode(-1),
                    JsonNodeFactory.instance.numberNode(Double.NaN),
                    JsonNodeFactory.instance.numberNode(Double.POSITIVE_INFINITY),
                    MAPPER.readTree("123456789012345678901234567890"),
                    JsonNodeFactory.instance.stringNode(""),
                    JsonNodeFactory.instance.stringNode(" \n"),
                    JsonNodeFactory.instance.stringNode("\u0000"),
                    JsonNodeFactory.instance.stringNode("a\uD800b"),
                    JsonNodeFactory.instance.stringNode("../../../../etc/passwd"),
                    JsonNodeFactory.instance.stringNode("\uD83D\uDE00".repeat(HUGE / 4)),
                    MAPPER.readTree("[]"),
                    MAPPER.readTree("[null, 1, \"a\", [[]]]"),
                    MAPPER.readTree("{}"),
                    MAPPER.readTree("{\"path\": null}"),
                    MAPPER.readTree("{\"path\": 1, \"patch\": []}"),
                    MAPPER.readTree("{\"path\": \"../../etc/passwd\"}"),
                    MAPPER.readTree("{\"patch\": \"\\u0000\"}"),
                    MAPPER.readTree("{\"a\\ud800/~\": {\"\": []}}"),
                    deep(200));

    /** Texts that no task has as its id. */
    public static final List<String> IDS =
            List.of(
                    "",
                    " ",
                    "no-such-task",
                    "../../etc/passwd",
                    "train/0",
                    "0",
                    "-1",
                    "\u0000",
                    "\uD800",
                    "f".repeat(32),
                    "0".repeat(32),
                    "x".repeat(HUGE));

    private HostileInput() {}

    private static JsonNode deep(int depth) {
        JsonNode node = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i < depth; i++) {
            node = JsonNodeFactory.instance.arrayNode().add(node);
        }
        return node;
    }
}
