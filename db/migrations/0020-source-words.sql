-- Who published a source and under what licence, in both languages: a Thai page said it in English, and the other way round.
-- What is declared in geo-data is brought in step by its next load; what migrations wrote is worded here.
alter table source rename column publisher to publisher_en;
alter table source rename column licence to licence_en;
alter table source add column publisher_th text, add column licence_th text;
update source set publisher_th = publisher_en, licence_th = licence_en;

update source set publisher_en = case publisher_th
  when 'กรมการปกครอง' then 'Department of Provincial Administration'
  when 'สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)' then 'Community Organizations Development Institute (Public Organization)'
  when 'ผู้ที่ระบุในแต่ละฉบับ' then 'whoever each version names'
  else publisher_en end;
update source set publisher_th = case publisher_en
  when 'Royal Thai Survey Department, published by OCHA as Common Operational Dataset'
    then 'กรมแผนที่ทหาร เผยแพร่โดย OCHA ในชุดข้อมูล Common Operational Dataset'
  when 'Department of Provincial Administration; compiled publicly' then 'กรมการปกครอง รวบรวมจากข้อมูลสาธารณะ'
  when 'Compiled from public lists; publisher not stated' then 'รวบรวมจากรายการสาธารณะ ไม่ได้ระบุผู้เผยแพร่'
  when 'Phuenthi contributors' then 'คณะผู้จัดทำโครงการพื้นที่'
  when 'Phuenthi contributors, after the announced codes of the Department of Provincial Administration'
    then 'คณะผู้จัดทำโครงการพื้นที่ ตามรหัสที่กรมการปกครองประกาศ'
  when 'Phuenthi' then 'โครงการพื้นที่'
  when 'Phuenthi sample generator' then 'ตัวสร้างข้อมูลสมมุติของโครงการพื้นที่'
  when 'Loaded by the administrator' then 'นำเข้าโดยผู้ดูแลระบบ'
  else publisher_th end;
update source set licence_th = case licence_en
  when 'Published figures; quoted with attribution' then 'ตัวเลขที่เผยแพร่แล้ว อ้างอิงโดยระบุที่มา'
  when 'Published document; figures quoted with attribution' then 'เอกสารที่เผยแพร่แล้ว อ้างอิงตัวเลขโดยระบุที่มา'
  when 'Official statistics; quoted with attribution' then 'สถิติทางการ อ้างอิงโดยระบุที่มา'
  when 'Not stated: used here for development and tests, not redistributed'
    then 'ไม่ได้ระบุ ใช้ในการพัฒนาและทดสอบ ไม่เผยแพร่ต่อ'
  when 'Outlines: public domain (Natural Earth); codes and names: ISC; lines: Apache-2.0'
    then 'โครงร่างประเทศเป็นสาธารณสมบัติ (Natural Earth) รหัสและชื่อใช้ ISC เส้นใช้ Apache-2.0'
  when 'Not stated' then 'ไม่ได้ระบุ'
  when 'as the owner says' then 'ตามที่เจ้าของข้อมูลกำหนด'
  else licence_th end;

alter table source alter column publisher_th set not null, alter column licence_th set not null;
