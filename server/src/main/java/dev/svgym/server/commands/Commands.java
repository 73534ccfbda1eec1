package dev.svgym.server.commands;

import dev.svgym.server.problems.ProblemException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The commands that there are. */
@Component
public class Commands {

    private static final String HELP = "help";
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final List<Command> commands;

    Commands(ObjectProvider<Command> commands) {
        this.commands = commands.orderedStream().toList();
    }

    /** Whether a command line asks for a command and not for a server. */
    public static boolean areAskedFor(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Runs the command that the first argument names, or lists them all for {@code help}; gives the exit code: 1 it failed, 2 it was not understood. */
    public int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments[0].equals(HELP)) {
            out.println(usages());
            return 0;
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        var named = commands.stream().filter(one -> one.name().equals(arguments[0])).findFirst();
        if (named.isEmpty()) {
            err.printf("There is no command %s. There are:%n%s%n", arguments[0], usages());
            return MISUSED;
        }
        Command command = named.get();
        try {
            return command.run(Options.of(rest), out, err);
        } catch (UsageException e) {
            err.printf("%s: %s%nUsage: %s%n", command.name(), e.why(), command.usage());
            return MISUSED;
        } catch (ProblemException e) {
            err.printf("%s: %s%n", command.name(), e.detail());
            return FAILED;
        }
    }

    private String usages() {
        return Stream.concat(Stream.of(HELP), commands.stream().map(Command::usage))
                .map(usage -> "  " + usage)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
