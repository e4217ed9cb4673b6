package org.terrace.powerflow;

/** A complex number, for setting equations up; inner loops keep two arrays instead. */
record Complex(double re, double im) {
    static final Complex ZERO = new Complex(0, 0);
    static final Complex ONE = new Complex(1, 0);

    static Complex polar(double size, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Complex(size * Math.cos(angle), size * Math.sin(angle));
    }

    Complex plus(Complex b) {
        return new Complex(re + b.re, im + b.im);
    }

    Complex minus(Complex b) {
        return new Complex(re - b.re, im - b.im);
    }

    Complex times(Complex b) {
        return new Complex(re * b.re - im * b.im, re * b.im + im * b.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    /** Not finite when {@code b} is 0. */
    Complex over(Complex b) {
        double square = b.square();
        return new Complex((re * b.re + im * b.im) / square, (im * b.re - re * b.im) / square);
    }

    Complex inverse() {
        return ONE.over(this);
    }

    Complex conjugate() {
        return new Complex(re, -im);
    }

    Complex negated() {
        return new Complex(-re, -im);
    }

    /** Square of the size. */
    double square() {
        return re * re + im * im;
    }

    double size() {
        return Math.hypot(re, im);
    }

    boolean isFinite() {
        return Double.isFinite(re) && Double.isFinite(im);
    }
}
