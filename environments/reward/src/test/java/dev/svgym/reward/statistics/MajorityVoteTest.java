package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {

    @Test
    void of_one_draw_is_the_share_of_correct_votes() {
        assertThat(new MajorityVote(2, List.of(3, 5)).majAtK(1)).isCloseTo(0.2, within(1e-16));
    }

    @Test
    void a_tie_of_two_is_won_half_of_the_time() {
        // Of the 3 pairs out of c, c, w: cc wins, cw twice ties.
        assertThat(new MajorityVote(2, List.of(1)).majAtK(2)).isCloseTo(2 / 3.0, within(1e-16));
    }

    @Test
    void of_all_votes_is_decided() {
        assertThat(new MajorityVote(3, List.of(2, 2)).majAtK(7)).isEqualTo(1);
        assertThat(new MajorityVote(2, List.of(2, 2)).majAtK(6)).isCloseTo(1 / 3.0, within(1e-16));
        assertThat(new MajorityVote(2, List.of(3)).majAtK(5)).isZero();
    }

    @Test
    void an_answer_that_nobody_gave_changes_nothing() {
        assertThat(new MajorityVote(2, List.of(1, 0)).majAtK(2))
                .isEqualTo(new MajorityVote(2, List.of(1)).majAtK(2));
    }

    @Test
    void of_a_hundred_votes_is_quick_and_above_the_pass_rate() {
        assertThat(new MajorityVote(40, List.of(30, 20, 10)).majAtK(50)).isBetween(0.8, 1.0);
    }

    @Test
    void draws_are_at_least_one_and_at_most_all() {
        for (int k : new int[] {0, 4}) {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> new MajorityVote(2, List.of(1)).majAtK(k))
                    .returns(K_OUT_OF_RANGE, RewardsRefusedException::code);
        }
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new MajorityVote(-1, List.of()));
    }
}
