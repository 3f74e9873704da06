package org.targetwatch;

import java.util.ArrayList;
import java.util.List;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/** The schemas of DOCX and XLSX: Word and Excel refuse what LibreOffice reads all the same. */
public final class OfficeSchema {
    private OfficeSchema() {}

    /** What is wrong with a part of a document. */
    public static List<String> errors(XmlObject part) {
        List<XmlError> errors = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(errors));
        return errors.stream().map(XmlError::getMessage).toList();
    }
}
