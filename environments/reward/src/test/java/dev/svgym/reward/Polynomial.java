package dev.svgym.reward;

import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial with exact coefficients.
 *
 * @param coefficients of 1, x, x^2 and so on; the last one is not 0
 */
record Polynomial(List<Fraction> coefficients) {

    static final Polynomial ZERO = new Polynomial(List.of());
    static final Polynomial ONE = constant(Fraction.ONE);
    static final Polynomial X = new Polynomial(List.of(Fraction.ZERO, Fraction.ONE));
    static final Polynomial ONE_MINUS_X = ONE.minus(X);

    Polynomial {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).equals(Fraction.ZERO)) {
            size--;
        }
        coefficients = List.copyOf(coefficients.subList(0, size));
    }

    static Polynomial constant(Fraction value) {
        return new Polynomial(List.of(value));
    }

    Polynomial plus(Polynomial other) {
        List<Fraction> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
            sum.add(coefficient(i).plus(other.coefficient(i)));
        }
        return new Polynomial(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.times(Fraction.of(-1)));
    }

    Polynomial times(Fraction factor) {
        return new Polynomial(coefficients.stream().map(factor::times).toList());
    }

    Polynomial times(Polynomial other) {
        Polynomial product = ZERO;
        List<Fraction> shifted = new ArrayList<>(other.coefficients);
        for (Fraction coefficient : coefficients) {
            product = product.plus(new Polynomial(shifted).times(coefficient));
            shifted.addFirst(Fraction.ZERO);
        }
        return product;
    }

    Polynomial power(int exponent) {
        Polynomial power = ONE;
        for (int i = 0; i < exponent; i++) {
            power = power.times(this);
        }
        return power;
    }

    Polynomial derivative() {
        List<Fraction> derivative = new ArrayList<>();
        for (int i = 1; i < coefficients.size(); i++) {
            derivative.add(coefficients.get(i).times(i));
        }
        return new Polynomial(derivative);
    }

    Fraction at(Fraction x) {
        Fraction value = Fraction.ZERO;
        for (Fraction coefficient : coefficients.reversed()) {
            value = value.times(x).plus(coefficient);
        }
        return value;
    }

    private Fraction coefficient(int i) {
        return i < coefficients.size() ? coefficients.get(i) : Fraction.ZERO;
    }
}
