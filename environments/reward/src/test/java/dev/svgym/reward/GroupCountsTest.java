package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GroupCountsTest {

    private static final OptionalDouble LOST = OptionalDouble.empty();

    private static OptionalDouble reward(double value) {
        return OptionalDouble.of(value);
    }

    @Test
    void a_reward_at_the_threshold_is_a_success() {
        var counts = GroupCounts.of(List.of(reward(0.5), reward(0.25), LOST), 0.5);

        assertThat(counts).isEqualTo(new GroupCounts(3, 2, 1, OptionalDouble.of(0.375)));
        assertThat(counts.invalid()).isEqualTo(1);
        assertThat(counts.failures()).isEqualTo(1);
        assertThat(counts.informative()).isTrue();
        assertThat(counts.count()).isEqualTo(new SuccessCount(1, 2));
    }

    @Test
    void a_group_that_lost_all_neither_failed_nor_passed() {
        var counts = GroupCounts.of(List.of(LOST, LOST), 1);

        assertThat(counts.mean()).isEmpty();
        assertThat(counts.allFail()).isFalse();
        assertThat(counts.allPass()).isFalse();
        assertThat(counts.informative()).isFalse();
    }

    @Test
    void a_group_without_contrast_is_not_informative() {
        assertThat(GroupCounts.of(List.of(reward(0), reward(0)), 1).allFail()).isTrue();
        assertThat(GroupCounts.of(List.of(reward(1), reward(1)), 1).allPass()).isTrue();
        assertThat(GroupCounts.of(List.of(reward(1), reward(1)), 1).informative()).isFalse();
    }

    @Test
    void an_infinite_reward_is_refused() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> GroupCounts.of(List.of(reward(Double.NaN)), 1))
                .returns(NON_FINITE_REWARD, RewardsRefusedException::code);
    }
}
