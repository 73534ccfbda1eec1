package dev.svgym.reward;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact rational number.
 *
 * @param numerator coprime to the denominator
 * @param denominator above 0
 */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    private static final MathContext DIGITS = new MathContext(60);

    Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(long integer) {
        return new Fraction(BigInteger.valueOf(integer), BigInteger.ONE);
    }

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a double. */
    static Fraction exactly(double value) {
        var decimal = new BigDecimal(value);
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Ways to choose k of n; 0 where k lies outside 0..n. */
    static Fraction choose(int n, int k) {
        if (k < 0 || k > n) {
            return ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return new Fraction(ways, BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction times(Fraction other) {
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction times(long factor) {
        return times(of(factor));
    }

    Fraction over(Fraction divisor) {
        return new Fraction(
                numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    Fraction over(long divisor) {
        return over(of(divisor));
    }

    Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** The square root, rounded to 60 digits. */
    Fraction squareRoot() {
        BigDecimal root = decimal().sqrt(DIGITS);
        return new Fraction(root.unscaledValue(), BigInteger.ONE)
                .over(new Fraction(BigInteger.TEN.pow(Math.max(0, root.scale())), BigInteger.ONE))
                .times(
                        new Fraction(
                                BigInteger.TEN.pow(Math.max(0, -root.scale())), BigInteger.ONE));
    }

    double toDouble() {
        return decimal().doubleValue();
    }

    private BigDecimal decimal() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }
}
