package dev.svgym.server.references;

import dev.svgym.server.commands.Command;
import dev.svgym.server.commands.Options;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** References, on the command line. */
@Component
class ExportCommand implements Command {

    private static final int PROGRESS_EVERY = 1000;

    private final References references;
    private final JsonMapper json;

    ExportCommand(References references, JsonMapper json) {
        this.references = references;
        this.json = json;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "export --environment=ID --split=NAME [--from=0] [--count=100]: tasks with their references, one JSON line each";
    }

    @Override
    public int run(Options options, PrintStream out, PrintStream err) {
        options.requireKnown(Set.of("environment", "split", "from", "count"));
        options.requireNoOthers();
        Iterator<References.Referenced> rows =
                references.of(
                        options.require("environment"),
                        options.require("split"),
                        options.count("from", 0),
                        options.count("count", 100));
        long written = 0;
        while (rows.hasNext()) {
            out.println(json.writeValueAsString(rows.next()));
            if (++written % PROGRESS_EVERY == 0) {
                err.printf("%d tasks%n", written);
            }
        }
        return 0;
    }
}
