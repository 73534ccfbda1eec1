package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Environment;
import dev.svgym.environment.TaskReference;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

class NetworkLogsAutoConfigurationTest {

    private static final TaskReference TASK =
            new TaskReference.Inline(
                    JsonMapper.shared().readTree("{\"log\": \"x\", \"label\": \"Benign\"}"));

    @Test
    void is_found_by_an_application_that_has_this_jar() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(NetworkLogsAutoConfiguration.class.getName());
    }

    @Test
    void gives_replicas_with_one_secret_the_same_ids() {
        var secret = Map.<String, Object>of("svgym.network-logs.secret", "shared by the replicas");

        assertThat(idWith(secret)).isEqualTo(idWith(secret));
    }

    @Test
    void makes_a_secret_of_its_own_where_none_is_set() {
        assertThat(idWith(Map.of())).isNotEqualTo(idWith(Map.of("svgym.network-logs.secret", "")));
    }

    @Test
    void refuses_to_start_with_a_secret_that_can_be_guessed() {
        assertThatThrownBy(() -> idWith(Map.of("svgym.network-logs.secret", "short")))
                .hasRootCauseMessage(
                        "need a secret of at least 16 characters, got 5; make one with `openssl rand -hex 32`");
    }

    private static String idWith(Map<String, Object> properties) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", properties));
            context.register(NetworkLogsAutoConfiguration.class);
            context.refresh();
            return context.getBean(Environment.class).pose(TASK).id();
        }
    }
}
