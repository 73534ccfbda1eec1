package dev.svgym.server.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "svgym.adapters.secret=0123456789abcdef0123456789abcdef")
class SealsTest {

    @Autowired Seals seals;
    @Autowired AdapterSettings settings;

    @Test
    void open_for_their_purpose_alone() {
        String seal = seals.seal("door", "a rollout");

        assertThat(seals.open("door", seal)).contains("a rollout");
        assertThat(seals.open("window", seal)).isEmpty();
        assertThat(seals.seal("door", "a rollout")).isNotEqualTo(seal).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void open_on_every_server_with_the_secret() {
        int[] count = {0};
        var other = new Seals(settings, () -> "id" + count[0]++);

        assertThat(other.open("door", seals.seal("door", "a rollout"))).contains("a rollout");
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void show_every_change() {
        String seal = seals.seal("door", "a rollout");
        for (int at = 0; at < seal.length() - 1; at++) {
            char other = seal.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(seals.open("door", seal.substring(0, at) + other + seal.substring(at + 1)))
                    .isEmpty();
        }
        assertThat(seals.open("door", "")).isEmpty();
        assertThat(seals.open("door", "AAAA")).isEmpty();
        assertThat(seals.open("door", seal.substring(1))).isEmpty();
    }
}
