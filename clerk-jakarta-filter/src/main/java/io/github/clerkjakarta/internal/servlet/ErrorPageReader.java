package io.github.clerkjakarta.internal.servlet;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads for which statuses the files of an application declare error pages. */
final class ErrorPageReader {

  private static final String PAGE = "error-page";

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final Set<Integer> statuses = new HashSet<>();
  private boolean oneForAll;

  ErrorPageReader() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** Adds what a file declares. */
  void read(InputStream xml) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals(PAGE)) {
          readPage(reader);
        } else if (reader.getLocalName().equals("default-error-page")) {
          oneForAll = true;
        }
      }
    }
    reader.close();
  }

  /** The statuses that have a page of their own. */
  Set<Integer> statuses() {
    return statuses;
  }

  /** Whether there is one for whatever is the matter (Jakarta Servlet 6.0, section 10.9.2). */
  boolean hasOneForAll() {
    return oneForAll;
  }

  private void readPage(XMLStreamReader reader) throws XMLStreamException {
    boolean forAll = true;
    while (reader.next() != XMLStreamConstants.END_ELEMENT || !reader.getLocalName().equals(PAGE)) {
      if (reader.isStartElement() && reader.getLocalName().equals("error-code")) {
        statuses.add(Integer.valueOf(reader.getElementText().strip()));
        forAll = false;
      } else if (reader.isStartElement() && reader.getLocalName().equals("exception-type")) {
        forAll = false;
      }
    }
    oneForAll |= forAll;
  }
}
