package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileModeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "777 755",
                "777 0755",
                "0777 700",
                "777 551",
                "777 711",
                "777 u=rwx,go=rx",
                "777 u=rwx,g=rwx,o=",
                "777 ug=rwx,o-w",
                "777 +x",
                "777 a+rx",
                "757 755",
                "666 640",
                "666 0444",
                "666 u=rw,go=r",
                "666 o-w",
                "a+w ug+w",
                "a+w go-w",
                "o+rwx u+rwx",
                "a=rwx u=rwX,go=rX",
                "2777 2755",
                "1777 755"
            })
    void a_mode_by_which_others_may_write_gives_way_to_one_that_does_less(String was, String is) {
        assertThat(FileMode.isNarrower(was, is)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // Others still write.
                "777 776",
                "777 757",
                "777 o+w",
                "777 +w",
                "777 u=rwx,a+w",
                "777 o-w,o+w",
                // The owner cannot execute or read any more.
                "777 644",
                "777 go-w",
                "777 a-x",
                "777 000",
                "777 =",
                "666 200",
                "a+w a-w",
                // More than before.
                "666 755",
                "a+w u+rw",
                "777 4755",
                "777 1755",
                "777 u+s",
                // Nothing was wrong.
                "755 700",
                "755 755",
                "g+w g-w"
            })
    void no_other_mode_takes_its_place(String was, String is) {
        assertThat(FileMode.isNarrower(was, is)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "777, 75",
        "777, 0o755",
        "777, 788",
        "777, u=g",
        "777, $M",
        "777, ''",
        "/srv/777, /srv/755"
    })
    void what_is_no_mode_is_none(String was, String is) {
        assertThat(FileMode.isNarrower(was, is)).isFalse();
    }
}
