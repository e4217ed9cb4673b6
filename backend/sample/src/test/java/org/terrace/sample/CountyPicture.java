package org.terrace.sample;

import java.nio.file.Path;

public final class CountyPicture {
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        SyntheticCounty c = SampleCounty.generate(new SampleOptions(20_261_124L, Integer.parseInt(args[0])));
        System.out.println("generate ms " + (System.nanoTime() - start) / 1_000_000);
        System.out.print(SampleCounty.describe(c));
        if (args.length > 1) { SampleWriter.write(c, Path.of(args[1])); System.out.println("written ms " + (System.nanoTime() - start) / 1_000_000); }
        System.gc();
        System.out.println("used MB " + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
    }
}
