package dev.svgym.networklogs.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwinsTest {

    /** The overlap of two densities is the sum over bins of the lesser; 1 where they are the same. */
    @Test
    void overlap_by_half_at_least_in_every_feature_and_wholly_in_the_ports() {
        for (Twins twins : Twins.ALL) {
            for (Feature feature : Feature.values()) {
                double overlap = 0;
                for (int bin = 0; bin < feature.bins(); bin++) {
                    overlap +=
                            Math.min(
                                    twins.malicious().density(feature).probability(bin),
                                    twins.benign().density(feature).probability(bin));
                }

                assertThat(overlap)
                        .as(twins.malicious().name() + " " + feature)
                        .isGreaterThanOrEqualTo(feature == Feature.PORT ? 1 - 1e-12 : 0.5);
            }
        }
    }

    @Test
    void have_densities_that_sum_to_1_and_leave_no_bin_out() {
        for (Twins twins : Twins.ALL) {
            for (Activity activity :
                    new Activity[] {twins.malicious(), twins.benign(), Twins.EVERYDAY}) {
                for (Feature feature : Feature.values()) {
                    double sum = 0;
                    for (int bin = 0; bin < feature.bins(); bin++) {
                        assertThat(activity.density(feature).probability(bin)).isPositive();
                        sum += activity.density(feature).probability(bin);
                    }

                    assertThat(sum).isBetween(1 - 1e-12, 1 + 1e-12);
                }
            }
        }
    }

    @Test
    void are_ten_pairs_of_twenty_activities() {
        Set<String> names = new HashSet<>();
        Twins.ALL.forEach(twins -> {
            names.add(twins.malicious().name());
            names.add(twins.benign().name());
        });

        assertThat(Twins.ALL).hasSize(10);
        assertThat(names).hasSize(20);
    }
}
