package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeededIndexTest {

    /** By {@code int.from_bytes(hashlib.sha256(f"svgym-seed:{seed}".encode()).digest()[:8], "big") % size}. */
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 630",
        "7, 1000, 269",
        "7, 3, 0",
        "7, 9223372036854775807, 522328229",
        "123456789012345678901234567890, 1000, 387"
    })
    void is_the_published_hash_of_the_seed(BigInteger seed, long size, long index) {
        assertThat(SeededIndex.of(seed, new SplitCard(Split.TRAIN, size))).isEqualTo(index);
    }
}
