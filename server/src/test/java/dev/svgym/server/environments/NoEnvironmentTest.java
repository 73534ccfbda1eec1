package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Environment;
import dev.svgym.server.arithmetic.Arithmetic;
import dev.svgym.server.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;

class NoEnvironmentTest {

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    private EnvironmentCatalogue catalogue() {
        return new EnvironmentCatalogue(beans.getBeanProvider(Environment.class));
    }

    @Test
    void is_a_server_that_starts_and_says_that_nothing_works() {
        assertThat(catalogue().all()).isEmpty();
        assertThat(new EngineHealth(catalogue()).health().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(() -> catalogue().get("arithmetic"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void works_while_one_environment_does() {
        var arithmetic = new Arithmetic();
        beans.addBean("arithmetic", arithmetic);
        var health = new EngineHealth(catalogue());

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        arithmetic.switchAdder(false);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void refuses_two_environments_of_one_id() {
        beans.addBean("one", new Arithmetic());
        beans.addBean("two", new Arithmetic());

        assertThatThrownBy(this::catalogue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("arithmetic twice");
    }
}
