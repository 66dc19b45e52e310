package com.allleads.policy.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The difference of two texts word by word. */
public final class WordDiff {

    /** A word with the space behind it, or space alone. */
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private WordDiff() {}

    /** The runs of words that make up both texts: those that stayed and went are the old text, those that stayed and came the new. */
    public static List<Run> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(runs, Change.SAME, old.subList(at, delta.getSource().getPosition()));
            add(runs, Change.GONE, delta.getSource().getLines());
            add(runs, Change.NEW, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(runs, Change.SAME, old.subList(at, old.size()));
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, Change change, List<String> words) {
        if (!words.isEmpty()) {
            runs.add(new Run(change, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** What became of something. */
    public enum Change {
        /** It stands in both. */
        SAME,
        /** It stands only in the newer one. */
        NEW,
        /** It stood only in the older one. */
        GONE,
        /** It stands in both, worded differently. */
        CHANGED
    }

    /**
     * Words that belong together.
     *
     * @param change what became of them
     * @param text the words
     */
    public record Run(Change change, String text) {}
}
