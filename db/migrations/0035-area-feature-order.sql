-- Files are written in the order of codes, byte by byte: read in that order nothing is sorted, and the first line leaves at once.

alter table area_feature alter column area_code type text collate "C";
create index area_feature__level_area_code on area_feature (level, area_code);
