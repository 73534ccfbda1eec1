package dev.svgym.configremediation.dockerfile;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** COPY and ADD as trees of one form, so that one can become the other. */
final class CopyTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CopyTree() {}

    /**
     * Whose the copies are is their owner where they go to folders of a service's own.
     *
     * @param stage that it copies from; absent where it is none of this file
     * @param directory in which relative targets lie
     */
    static ObjectNode of(Instruction copy, Optional<Stage> stage, Scope scope, String directory) {
        int line = copy.line();
        ObjectNode shown = NODES.objectNode().put("instruction", copy.name());
        copy.flag("from")
                .ifPresent(from -> {
                    if (stage.isPresent()) {
                        shown.put("stage", stage.get().id());
                    } else {
                        shown.put("from", from);
                    }
                });
        for (String flag : new String[] {"chmod", "checksum"}) {
            copy.flag(flag).ifPresent(value -> shown.set(flag, scope.value(value, line)));
        }
        for (String flag : new String[] {"link", "parents", "unpack", "keep-git-dir"}) {
            copy.flag(flag).ifPresent(value -> shown.put(flag, !value.equalsIgnoreCase("false")));
        }
        if (!copy.flags("exclude").isEmpty()) {
            shown.setAll(StageReader.texts("exclude", copy.flags("exclude")));
        }
        var sources = shown.putArray("sources");
        var documents = NODES.arrayNode();
        for (String source : copy.arguments().subList(0, copy.arguments().size() - 1)) {
            Optional<JsonNode> document = document(source, copy, scope);
            if (document.isPresent()) {
                documents.add(document.get());
            } else {
                sources.add(scope.value(source, line));
            }
        }
        if (!documents.isEmpty()) {
            shown.set("documents", documents);
        }
        JsonNode target = scope.value(copy.arguments().getLast(), line);
        shown.set("target", target);
        String owner = new Ownership(directory).isWithin(target.asString("/")) ? "owner" : "chown";
        copy.flag("chown").ifPresent(value -> shown.set(owner, scope.value(value, line)));
        return shown;
    }

    private static Optional<JsonNode> document(String source, Instruction copy, Scope scope) {
        if (copy.json()) {
            return Optional.empty();
        }
        try {
            // Of two with one name the last counts, as for the builder.
            return Heredoc.announcedBy(source)
                    .flatMap(mark ->
                            copy.heredocs().reversed().stream()
                                    .filter(document -> document.name().equals(mark.name()))
                                    .findFirst())
                    .map(document ->
                            NODES.objectNode()
                                    .put("name", document.name())
                                    .set("text", scope.document(document, copy.line())));
        } catch (UnreadableWordException e) {
            return Optional.empty();
        }
    }
}
