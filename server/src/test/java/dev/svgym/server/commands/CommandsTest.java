package dev.svgym.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.SvGymServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = SvGymServer.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CommandsTest {

    @Autowired Commands commands;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"help, true", "export, true", "--server.port=1, false", "-x, false"})
    void are_asked_for_by_a_word(String first, boolean asked) {
        assertThat(Commands.areAskedFor(new String[] {first})).isEqualTo(asked);
    }

    @Test
    void are_not_asked_for_by_nothing() {
        assertThat(Commands.areAskedFor(new String[0])).isFalse();
    }

    @Test
    void help_lists_them() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("help", "export");
    }

    @Test
    void an_unknown_one_is_answered_with_those_that_there_are() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no command dance", "help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unknown=1", "--flag", "--a=1 --a=2"})
    void options_that_make_no_sense_are_refused_with_the_usage(String options) {
        assertThat(run(("export " + options).split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: export");
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) {
        return commands.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
