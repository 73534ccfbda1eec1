package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;

import dev.svgym.reward.RewardsRefusedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * The answers of the rollouts of one task, as votes.
 *
 * @param correct rollouts that gave the correct answer
 * @param others rollouts behind each wrong answer, one entry a different answer
 */
public record MajorityVote(int correct, List<Integer> others) {

    public MajorityVote {
        others = List.copyOf(others);
        Arguments.require(correct >= 0, "Votes must not be negative", correct);
        for (int other : others) {
            Arguments.require(other >= 0, "Votes must not be negative", other);
        }
        Arguments.require(
                correct + others.stream().mapToLong(Integer::longValue).sum() <= Integer.MAX_VALUE,
                "There are more votes than fit an int.");
    }

    /**
     * maj@k: the chance that the correct answer wins among k rollouts drawn without replacement; where t answers share the
     * most votes, each wins with chance 1/t. Exact: draws are counted in integers, in time that grows as {@code k^3} times
     * the answers at worst.
     *
     * @param k in {@code 1..} all votes
     */
    public double majAtK(int k) {
        int votes = correct + others.stream().mapToInt(Integer::intValue).sum();
        if (k < 1 || k > votes) {
            throw new RewardsRefusedException(
                    K_OUT_OF_RANGE,
                    "k must be in 1..%d, the votes to draw from, got %d.".formatted(votes, k));
        }
        BigDecimal total = new BigDecimal(choose(votes, k));
        BigDecimal won = BigDecimal.ZERO;
        for (int most = 1; most <= Math.min(correct, k); most++) {
            BigInteger ways = choose(correct, most);
            BigInteger[] byTies = drawsOfOthers(k - most, most);
            for (int ties = 0; ties < byTies.length; ties++) {
                won =
                        won.add(
                                new BigDecimal(ways.multiply(byTies[ties]))
                                        .divide(
                                                BigDecimal.valueOf(ties + 1L),
                                                MathContext.DECIMAL128));
            }
        }
        return won.divide(total, MathContext.DECIMAL128).doubleValue();
    }

    /** Ways to draw so many wrong votes with at most {@code most} for any answer, by how many answers have just as many. */
    private BigInteger[] drawsOfOthers(int drawn, int most) {
        int maxTies = drawn / most;
        BigInteger[][] ways = new BigInteger[drawn + 1][maxTies + 1];
        for (BigInteger[] row : ways) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        ways[0][0] = BigInteger.ONE;
        for (int answer : others) {
            // Downwards, so that each answer is drawn from once; 0 votes leaves the entry as it is.
            for (int have = drawn; have > 0; have--) {
                for (int ties = maxTies; ties >= 0; ties--) {
                    BigInteger sum = ways[have][ties];
                    BigInteger of = BigInteger.ONE;
                    for (int votes = 1; votes <= Math.min(Math.min(answer, most), have); votes++) {
                        of =
                                of.multiply(BigInteger.valueOf(answer - votes + 1L))
                                        .divide(BigInteger.valueOf(votes));
                        int before = votes == most ? ties - 1 : ties;
                        if (before >= 0) {
                            sum = sum.add(of.multiply(ways[have - votes][before]));
                        }
                    }
                    ways[have][ties] = sum;
                }
            }
        }
        return ways[drawn];
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result =
                    result.multiply(BigInteger.valueOf(n - k + (long) i))
                            .divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
