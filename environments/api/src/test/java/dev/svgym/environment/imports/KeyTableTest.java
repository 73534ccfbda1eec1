package dev.svgym.environment.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTableTest {

    /** Twice doubled: the first table has 65,536 slots and is filled to the half. */
    private static final int KEYS = 70_000;

    @TempDir Path folder;

    @Test
    void keeps_the_first_value_of_each_key_however_often_it_grows() throws Exception {
        try (var table = new KeyTable(folder)) {
            for (long key = 0; key < KEYS; key++) {
                assertThat(table.putIfAbsent(scattered(key), (int) (key % 10))).isEqualTo(-1);
            }
            for (long key = 0; key < KEYS; key++) {
                assertThat(table.putIfAbsent(scattered(key), 9)).isEqualTo((int) (key % 10));
            }
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tells_keys_apart_that_begin_at_one_slot() throws Exception {
        try (var table = new KeyTable(folder)) {
            assertThat(table.putIfAbsent(0, 1)).isEqualTo(-1);
            assertThat(table.putIfAbsent(1L << 40, 2)).isEqualTo(-1);
            assertThat(table.putIfAbsent(-1L << 20, 3)).isEqualTo(-1);

            assertThat(table.putIfAbsent(0, 5)).isEqualTo(1);
            assertThat(table.putIfAbsent(1L << 40, 5)).isEqualTo(2);
            assertThat(table.putIfAbsent(-1L << 20, 5)).isEqualTo(3);
        }
    }

    /** An odd factor makes distinct keys of distinct numbers. */
    private static long scattered(long number) {
        return number * 0x9E3779B97F4A7C15L;
    }
}
