package org.targetwatch.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.targetwatch.measure.Seeded;

/** Makes a broken input of a good one, the way transport, editors and people do. */
final class Broken {
    private static final String[] NASTY = {
        "",
        " ",
        "0",
        "-1",
        "1e999999999",
        "1E+08",
        "NaN",
        "=1+1",
        "93%",
        "1,234",
        "20亿元",
        "null",
        "true",
        "\"",
        "'",
        "\\",
        "\u0000",
        "\uFFFF",
        "\uD83D",
        "𠮷",
        "999999999999999999999999999",
        "0.0000000001",
        "2020-13",
        "511199",
        "<x>",
        "]]>",
        "&#0;",
        "{",
        "[",
        ";",
        ",",
        "\t",
        "\r\n",
        "#REF!",
        "２０",
        "－",
        "9".repeat(2_000),
        "中".repeat(1_001)
    };
    private static final Pattern JSON_VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|[0-9.]+|null)");
    private static final Pattern CSV_CELL = Pattern.compile("(?<=,)[^,\n]*");
    private static final Pattern XML_TEXT = Pattern.compile("(?<=>)[^<>]+(?=</)");
    private static final Pattern XML_ATTRIBUTE = Pattern.compile("(?<==\")[^\"]*(?=\")");
    private static final Pattern XML_TAG = Pattern.compile("<[^<>]+>");

    private Broken() {}

    static byte[] json(byte[] good, Seeded seeded) {
        return seeded.chance(40) ? bytes(good, seeded) : text(good, JSON_VALUE, seeded, Broken::inJson);
    }

    static byte[] csv(byte[] good, Seeded seeded) {
        return seeded.chance(40) ? bytes(good, seeded) : text(good, CSV_CELL, seeded, other -> other);
    }

    static byte[] xlsx(byte[] good, Seeded seeded) {
        if (seeded.chance(50)) {
            return seeded.chance(40) ? bytes(good, seeded) : Forms.changed(good, sheet -> cells(sheet, seeded));
        }
        Map<String, byte[]> parts = Zip.parts(good);
        String[] names = parts.keySet().toArray(String[]::new);
        String name = seeded.chance(60) ? "xl/worksheets/sheet1.xml" : seeded.oneOf(names);
        Pattern places = seeded.oneOf(XML_TEXT, XML_ATTRIBUTE, XML_TAG);
        switch (seeded.between(1, 6)) {
            case 1 -> parts.remove(name);
            case 2 -> parts.put(seeded.oneOf(names), parts.get(name));
            case 3 -> parts.put(name, bytes(parts.get(name), seeded));
            case 4 -> parts.put(name, text(parts.get(name), places, seeded, other -> other));
            default -> parts.put(name, text(parts.get(name), places, seeded, Broken::inXml));
        }
        return Zip.of(parts);
    }

    /** One to three cells as a person may fill them, wherever they stand. */
    private static void cells(XSSFSheet sheet, Seeded seeded) {
        for (int times = seeded.between(1, 3); times > 0; times--) {
            XSSFRow row = sheet.getRow(seeded.between(0, sheet.getLastRowNum()));
            XSSFCell cell = row.createCell(seeded.between(0, FormColumn.values().length - 1));
            switch (seeded.between(1, 4)) {
                case 1 -> cell.setCellValue(seeded.decimal(-5, 100_000).doubleValue());
                case 2 -> cell.setCellFormula(seeded.oneOf("1+1", "G9*2", "NOW()"));
                case 3 -> cell.setCellValue(seeded.chance(50));
                default -> cell.setCellValue(seeded.oneOf(NASTY));
            }
        }
    }

    /** What is longer than a character in quotes. */
    private static String inJson(String other) {
        boolean quoted = other.length() > 1;
        return quoted ? '"' + other.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : other;
    }

    private static String inXml(String other) {
        return other.replaceAll("[\\p{Cntrl}\\uFFFF\\uD83D]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }

    /** One to three places of a text replaced. */
    private static byte[] text(byte[] good, Pattern places, Seeded seeded, UnaryOperator<String> written) {
        String text = new String(good, StandardCharsets.UTF_8);
        for (int times = seeded.between(1, 3); times > 0; times--) {
            List<MatchResult> found = places.matcher(text).results().toList();
            if (!found.isEmpty()) {
                MatchResult place = found.get(seeded.between(0, found.size() - 1));
                String other = seeded.chance(80)
                        ? written.apply(seeded.oneOf(NASTY))
                        : found.get(seeded.between(0, found.size() - 1)).group();
                text = text.substring(0, place.start()) + other + text.substring(place.end());
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(byte[] good, Seeded seeded) {
        int from = seeded.between(0, good.length - 1);
        int to = Math.min(good.length, from + seeded.between(1, 200));
        return switch (seeded.between(1, 5)) {
            case 1 -> Arrays.copyOf(good, from);
            case 2 -> joined(Arrays.copyOf(good, from), Arrays.copyOfRange(good, to, good.length));
            case 3 -> joined(Arrays.copyOf(good, to), Arrays.copyOfRange(good, from, good.length));
            default -> flipped(good, seeded);
        };
    }

    private static byte[] flipped(byte[] good, Seeded seeded) {
        byte[] flipped = good.clone();
        for (int times = seeded.between(1, 20); times > 0; times--) {
            flipped[seeded.between(0, good.length - 1)] = (byte) seeded.between(-128, 127);
        }
        return flipped;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
