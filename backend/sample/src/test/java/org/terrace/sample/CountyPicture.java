package org.terrace.sample;

public final class CountyPicture {
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        SyntheticCounty c = SampleCounty.generate(new SampleOptions(20_261_124L, Integer.parseInt(args[0])));
        System.out.println("generate ms " + (System.nanoTime() - start) / 1_000_000);
        System.out.print(SampleCounty.describe(c));
        System.gc();
        System.out.println("used MB " + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
    }
}
