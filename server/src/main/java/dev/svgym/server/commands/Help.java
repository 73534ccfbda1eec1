package dev.svgym.server.commands;

import java.io.PrintStream;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lists the commands. */
@Component
class Help implements Command {

    private final ObjectProvider<Command> commands;

    Help(ObjectProvider<Command> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "help";
    }

    @Override
    public int run(Options options, PrintStream out, PrintStream err) {
        options.requireKnown(Set.of());
        commands.orderedStream().map(Command::usage).sorted().forEach(out::println);
        return 0;
    }
}
