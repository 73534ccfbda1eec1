package dev.svgym.configremediation.redteam;

import dev.svgym.configremediation.patch.DiffWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task that is attacked.
 *
 * @param name for messages
 * @param files as shown
 * @param repaired by an honest hand; equal to {@code files} where nothing is wrong
 * @param asShown {@code files} as trees
 * @param asRepaired {@code repaired} as trees
 * @param reports every violation with its rule, object and severity, as an answer reports them
 * @param rules ids of the rules that there are
 * @param found texts that are violated, where a violation is of a text
 */
public record Target(
        String name,
        SortedMap<String, String> files,
        SortedMap<String, String> repaired,
        Documents asShown,
        Documents asRepaired,
        JsonNode reports,
        List<String> rules,
        List<String> found) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public boolean isClean() {
        return reports.isEmpty();
    }

    /** Ids of the rules that are violated. */
    Set<String> rulesViolated() {
        return reports.valueStream()
                .map(report -> report.required("id").stringValue())
                .collect(Collectors.toSet());
    }

    /** The honest repair as a diff. */
    String diff() {
        return DiffWriter.between(files, repaired);
    }

    /** An answer with other texts of the files. It knows what is wrong, and that it will not succeed. */
    String withFiles(Map<String, String> texts) {
        return MAPPER.writeValueAsString(
                answer().set("files", MAPPER.valueToTree(new TreeMap<>(texts))));
    }

    String withPatch(String patch) {
        return MAPPER.writeValueAsString(answer().put("patch", patch));
    }

    /** The honest answer with its object changed. */
    String honestBut(Consumer<ObjectNode> change) {
        ObjectNode answer = answer().put("patch", diff());
        change.accept(answer);
        return MAPPER.writeValueAsString(answer);
    }

    private ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("violations", reports);
        return answer.put("confidence", 0);
    }

    /** The files with one of them changed by an edit: the first that the edit does not leave as it is. */
    static Optional<SortedMap<String, String>> edited(
            SortedMap<String, String> files, UnaryOperator<String> edit) {
        SortedMap<String, String> edited = new TreeMap<>(files);
        for (Map.Entry<String, String> file : files.entrySet()) {
            String text = edit.apply(file.getValue());
            if (!text.equals(file.getValue())) {
                edited.put(file.getKey(), text);
                return Optional.of(edited);
            }
        }
        return Optional.empty();
    }
}
