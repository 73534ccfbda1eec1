package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostsTest {

    @Test
    void put_the_thresholds_where_a_label_is_as_cheap_as_an_analyst() {
        // 1 - 0.4/10 and 1 - 0.4/1.
        assertThat(Costs.DEFAULT.threshold(Label.BENIGN)).isCloseTo(0.96, within(1e-15));
        assertThat(Costs.DEFAULT.threshold(Label.MALICIOUS)).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void make_the_cheapest_act_the_best() {
        // Benign costs 10 m, Malicious 1 - m, an analyst 0.4: the borders are 0.04 and 0.6.
        assertThat(Costs.DEFAULT.bayesAct(0.0399)).isEqualTo(Act.BENIGN);
        assertThat(Costs.DEFAULT.bayesAct(0.0401)).isEqualTo(Act.ABSTAIN);
        assertThat(Costs.DEFAULT.bayesAct(0.5999)).isEqualTo(Act.ABSTAIN);
        assertThat(Costs.DEFAULT.bayesAct(0.6001)).isEqualTo(Act.MALICIOUS);
    }

    @Test
    void make_a_known_label_the_best_act_however_cheap_an_analyst_is() {
        Costs cheap = new Costs(10, 1, 1e-300);

        assertThat(cheap.bayesAct(0)).isEqualTo(Act.BENIGN);
        assertThat(cheap.bayesAct(1)).isEqualTo(Act.MALICIOUS);
    }

    @Test
    void allow_an_analyst_up_to_the_price_at_which_the_thresholds_meet() {
        // 10 * 1 / 11, as a caller computes it.
        double most = 10.0 * 1.0 / 11.0;

        assertThat(new Costs(10, 1, most).abstain()).isEqualTo(most);
        assertThat(new Costs(1e308, 1e308, 4e307).threshold(Label.BENIGN))
                .isCloseTo(0.6, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> new Costs(10, 1, 0.9091));
        assertThatIllegalArgumentException().isThrownBy(() -> new Costs(10, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Costs(10, Double.NaN, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Costs(Double.POSITIVE_INFINITY, 1, 0.1));
    }
}
