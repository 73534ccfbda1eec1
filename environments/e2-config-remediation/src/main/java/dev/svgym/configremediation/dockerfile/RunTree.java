package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Script.Command;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** RUN as a tree: its flags, and what it runs as commands where a shell of the POSIX kind reads it. */
final class RunTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TEXT = "text";

    private RunTree() {}

    static ObjectNode of(Instruction run, Optional<List<String>> shell, Scope scope) {
        ObjectNode shown = NODES.objectNode();
        for (String flag : List.of("network", "security")) {
            run.flag(flag).ifPresent(value -> shown.put(flag, value));
        }
        if (!run.flags("device").isEmpty()) {
            shown.setAll(StageReader.texts("devices", run.flags("device")));
        }
        if (!run.flags("mount").isEmpty()) {
            var mounts = shown.putArray("mounts");
            run.flags("mount").forEach(mount -> mounts.add(mount(mount, scope, run.line())));
        }
        if (run.json()) {
            shown.put("form", "exec");
            commands(shown, new Script(List.of(ScriptReader.command(run.arguments()))));
            return shown;
        }
        shown.put("form", "shell");
        return isPosix(shell) ? posix(run, shown) : opaque(run, shown);
    }

    private static JsonNode mount(String value, Scope scope, int line) {
        ObjectNode shown = NODES.objectNode();
        Mount.fields(value)
                .forEach((name, field) -> {
                    JsonNode resolved = scope.value(field, line);
                    shown.set(
                            name,
                            resolved.isString() && name.equals("type")
                                    ? NODES.stringNode(
                                            resolved.stringValue().toLowerCase(Locale.ROOT))
                                    : resolved);
                });
        return shown;
    }

    /** Whether what a shell gets is read as commands. */
    static boolean isPosix(Optional<List<String>> shell) {
        return shell.isEmpty()
                || (Programs.isShell(Programs.of(shell.get()))
                        && shell.get().size() > 1
                        && shell.get().getLast().matches("-[a-z]*c"));
    }

    /** The script of a RUN that is nothing but a here-document; absent for any other. */
    static Optional<Heredoc> script(Instruction run) {
        try {
            return run.heredocs().size() == 1 && Heredoc.announcedBy(run.text()).isPresent()
                    ? Optional.of(run.heredocs().getFirst())
                    : Optional.empty();
        } catch (UnreadableWordException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode posix(Instruction run, ObjectNode shown) {
        Optional<Heredoc> script = script(run);
        if (script.isPresent()) {
            String text = script.get().text();
            shown.put("form", "heredoc");
            return text.startsWith("#!") ? shown.put(TEXT, text) : script(shown, text);
        }
        if (run.heredocs().isEmpty()) {
            return script(shown, run.text());
        }
        return opaque(run, shown);
    }

    private static ObjectNode script(ObjectNode shown, String text) {
        Optional<Script> script = ScriptReader.read(text);
        if (script.isPresent()) {
            commands(shown, script.get());
            return shown;
        }
        return shown.put(TEXT, text);
    }

    private static ObjectNode opaque(Instruction run, ObjectNode shown) {
        shown.put(TEXT, run.text());
        if (!run.heredocs().isEmpty()) {
            shown.setAll(
                    StageReader.texts(
                            "documents", run.heredocs().stream().map(Heredoc::text).toList()));
        }
        return shown;
    }

    private static void commands(ObjectNode into, Script script) {
        var commands = into.putArray(StageReader.COMMANDS);
        for (Command command : script.commands()) {
            ObjectNode shown = commands.addObject();
            shown.setAll(StageReader.texts(StageReader.WORDS, command.words()));
            if (!command.then().isEmpty()) {
                shown.put("then", command.then());
            }
            if (!command.scripts().isEmpty()) {
                ObjectNode scripts = shown.putObject(StageReader.SCRIPTS);
                for (Script inner : command.scripts()) {
                    commands(scripts.putObject(Integer.toString(scripts.size())), inner);
                }
            }
        }
    }
}
