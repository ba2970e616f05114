-- One name for one thing: what the map draws are boundaries (แนวเขตการปกครอง), in the notes of denominators too.
update denominator set note_th = 'เท่ากับจำนวนจังหวัดที่มีแนวเขตการปกครอง', note_en = 'Equal to the number of provinces with a boundary'
where id = 'provinces';
update denominator set
  note_th = 'มากกว่าจำนวนตำบลและแขวงที่มีแนวเขตการปกครอง เพราะบางรหัส (ส่วนใหญ่เป็นแขวงตั้งใหม่ในกรุงเทพฯ) ยังไม่มีแนวเขตการปกครองของตนเอง',
  note_en = 'More than the boundaries on the map: some codes, mostly newer khwaeng of Bangkok, have no boundary of their own yet'
where id = 'tambon-official';
