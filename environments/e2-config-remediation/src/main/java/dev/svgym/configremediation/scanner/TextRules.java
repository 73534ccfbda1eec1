package dev.svgym.configremediation.scanner;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules that Semgrep runs, and one more that finds the canary: a target of every batch, without which nothing shows
 * that a batch was scanned at all.
 */
final class TextRules {

    static final String CANARY_RULE = "svgym-canary";
    static final String CANARY_VARIABLE = "$NONCE";

    private final Map<String, Element> elements = new HashMap<>();
    private final byte[] document;

    /** Where the violated element is, seen from the value that was matched. */
    enum Element {
        /** The value itself. */
        VALUE,
        /** The mapping that holds it. */
        ENTRY
    }

    /**
     * @param json {@code semgrep.json} of the policies
     */
    TextRules(byte[] json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        ArrayNode rules = (ArrayNode) root.required("rules");
        for (JsonNode rule : rules) {
            String element = rule.required("metadata").required("element").stringValue();
            elements.put(
                    rule.required("id").stringValue(),
                    switch (element) {
                        case "value" -> Element.VALUE;
                        case "entry" -> Element.ENTRY;
                        default -> throw new IllegalArgumentException("unknown element " + element);
                    });
        }
        ObjectNode canary = rules.addObject();
        canary.put("id", CANARY_RULE).put("message", "canary").put("severity", "INFO");
        canary.putArray("languages").add("yaml");
        canary.put("pattern", CANARY_RULE + ": " + CANARY_VARIABLE);
        this.document = root.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The file that {@code semgrep-core} reads. */
    byte[] document() {
        return document.clone();
    }

    /** Text of the canary. */
    static String canary(String nonce) {
        return "%s: %s\n".formatted(CANARY_RULE, nonce);
    }

    /** Where the violated element of a rule is. */
    Element element(String rule) throws LostBatchException {
        Element element = elements.get(rule);
        if (element == null) {
            throw new LostBatchException("a match of an unknown rule", false);
        }
        return element;
    }
}
