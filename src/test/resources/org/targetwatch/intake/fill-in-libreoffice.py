#!/usr/bin/python3
"""Fills a form in LibreOffice as a clerk would: fill-in-libreoffice.py form.xlsx filled.xlsx (needs soffice and python3-uno)."""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

UNIT, VALUE, NUMERATOR, DENOMINATOR, NOTE, CODE = 3, 6, 7, 8, 10, 11
PORT = 28002


def named(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def desktop():
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(60):
        try:
            office = resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
            return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        except Exception:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def fill(sheet):
    rows = {sheet.getCellByPosition(CODE, row).String: row for row in range(80)}
    signed = next(row for row in range(80) if sheet.getCellByPosition(NOTE, row).String == "asOf") + 1

    def number(code, column, value):
        sheet.getCellByPosition(column, rows[code]).Value = value

    def text(code, column, value):
        sheet.getCellByPosition(column, rows[code]).String = value

    number("major-project-investment", VALUE, 3.3)
    text("major-project-investment", NOTE, "含续建项目，“十三五”收官；㑇村小学已竣工")
    text("education-expenditure", UNIT, "亿元")
    number("education-expenditure", VALUE, 9.9012)
    text("compulsory-improvement-investment", UNIT, "万元")
    number("compulsory-improvement-investment", VALUE, 3980.5)
    sheet.getCellByPosition(VALUE, rows["compulsory-improvement-floor-area"]).setFormula("0.62")  # as if typed
    number("new-public-kindergarten-places", VALUE, 0.265)
    text("compulsory-improvement-equipment", VALUE, "2.9")
    number("education-expenditure-per-student", NUMERATOR, 990120000)
    number("education-expenditure-per-student", DENOMINATOR, 105300)
    number("preprimary-ger", NUMERATOR, 20506)
    number("preprimary-ger", DENOMINATOR, 21053)
    text("preprimary-ger", NOTE, "9月1日统计时点")
    number("compulsory-dropouts", VALUE, 0)
    sheet.getCellByPosition(2, signed).String = "王建国"
    sheet.getCellByPosition(5, signed).String = "李晓𠮷"
    sheet.getCellByPosition(8, signed).String = "张三"
    sheet.getCellByPosition(NOTE, signed).setFormula("2020-10-31")  # as if typed: becomes a date


source, target = (os.path.abspath(name) for name in sys.argv[1:3])
profile = tempfile.mkdtemp()
program = subprocess.Popen(
    ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
     f"--accept=socket,host=127.0.0.1,port={PORT};urp;"])
desk = desktop()
document = desk.loadComponentFromURL("file://" + source, "_blank", 0, (named("Hidden", True),))
fill(document.Sheets.getByIndex(0))
document.storeToURL("file://" + target, (named("FilterName", "Calc MS Excel 2007 XML"),))
document.close(True)
desk.terminate()
program.wait(20)
