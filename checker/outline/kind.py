"""Whether a submission is one person's or a leading body's."""

import re

from checker.outline.model import Kind

_GROUP = re.compile(r"班子|党组|党委|党工委|支委会|支部委员会|党支部|常委会|支委|总支")
_ONE = re.compile(r"个人|本人|发言提纲|同志")
_POST = re.compile(
    r"(?:书记|局长|主任|院长|校长|县长|镇长|乡长|部长|处长|科长|主席|厂长|经理|董事长|总监|组长|委员|教师|党员|站长|所长|调研员|秘书长|会长|队长|行长|干部|科员)\s*(?:[\u4e00-\u9fff]{2,4})?$"
)
_ME = re.compile(
    r"本人|(?<!自)我(?!们|县|市|区|局|镇|乡|省|校|院|委|党|支部|国|集团|公司|单位|班子|会|行|厂|站|所|处|办|厅|部|社|村|街道|中心|军|馆|系|司)"
)
_US = re.compile(r"班子|支委会|党委|党组|党工委|支委|常委会|支部|(?:所|局|院|校|站|队|镇|厂)里")


def kind_of(title: str, byline: str, body: str) -> Kind:
    """individual or group, by the title first, then the byline, then who speaks in ``body``."""
    if re.search(r"个人", title):
        return "individual"
    if re.search(r"班子|支部委员会|支委会|党工委(?!书记|副书记|委员)|常委会(?!主任|副)", title) and not _POST.search(
        title.split("20")[0]
    ):
        return "group"
    length = max(len(body), 1)
    me, us = len(_ME.findall(body)) / length * 1000, len(_US.findall(body)) / length * 1000
    if me >= 1.5:
        return "individual"
    if byline and _POST.search(byline.strip()):
        return "individual"
    if me < 0.6 and (us >= 1.0 or _GROUP.search(title)):
        return "group"
    return "individual" if me >= us / 3 else "group"
