<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" labelsEnabled="1" styleCategories="Symbology|Labeling|Temporal|Fields|MapTips">
<temporal enabled="1" mode="4" limitMode="0" durationUnit="d" fixedDuration="0" accumulate="0" startField="date_start" endField="date_end" startExpression="to_datetime(&quot;date_start&quot;)" endExpression="to_datetime(&quot;date_end&quot;) + to_interval('1 day')"><fixedRange><start/><end/></fixedRange></temporal>
<renderer-v2 type="pointDisplacement" placement="1" tolerance="3" toleranceUnit="MM" circleWidth="0.2" circleColor="125,125,125,255" circleRadiusAddition="0" labelAttributeName="" enableorderby="0" forceraster="0" symbollevels="0">
<renderer-v2 type="categorizedSymbol" attr="event_type" enableorderby="0" symbollevels="0">
<categories>
<category render="true" symbol="0" value="AIRSTRIKE" label="Air strike / غارة جوية"/>
<category render="true" symbol="1" value="SHELLING" label="Shelling / قصف"/>
<category render="true" symbol="2" value="ARMED_CLASH" label="Armed clash / اشتباك مسلح"/>
<category render="true" symbol="3" value="BOMBING" label="Bombing / تفجير"/>
<category render="true" symbol="4" value="SUICIDE_BOMBING" label="Suicide bombing / تفجير انتحاري"/>
<category render="true" symbol="5" value="ATTACK" label="Attack / هجوم"/>
<category render="true" symbol="6" value="ASSASSINATION" label="Assassination / اغتيال"/>
<category render="true" symbol="7" value="KILLING" label="Killing / قتل"/>
<category render="true" symbol="8" value="ABDUCTION" label="Abduction / خطف"/>
<category render="true" symbol="9" value="SIEGE" label="Siege / حصار"/>
<category render="true" symbol="10" value="CAPTURE" label="Capture of territory / سيطرة على أرض"/>
<category render="true" symbol="11" value="RAID" label="Raid / مداهمة"/>
<category render="true" symbol="12" value="WITHDRAWAL" label="Withdrawal / انسحاب"/>
<category render="true" symbol="13" value="SHOOTDOWN" label="Shoot-down / إسقاط طائرة"/>
<category render="true" symbol="14" value="WEAPONS_SEIZURE" label="Weapons seized / ضبط أسلحة"/>
<category render="true" symbol="15" value="DESTRUCTION" label="Destruction / تدمير"/>
<category render="true" symbol="16" value="MOBILIZE" label="Mobilisation / حشد قوات"/>
<category render="true" symbol="17" value="PROTEST" label="Protest / احتجاج"/>
<category render="true" symbol="18" value="RIOT" label="Riot / أعمال شغب"/>
<category render="true" symbol="19" value="ARREST" label="Arrest / اعتقال"/>
<category render="true" symbol="20" value="TRIAL" label="Trial / محاكمة"/>
<category render="true" symbol="21" value="RELEASE" label="Release / إفراج"/>
<category render="true" symbol="22" value="VISIT" label="Visit / زيارة"/>
<category render="true" symbol="23" value="MEETING" label="Meeting / اجتماع"/>
<category render="true" symbol="24" value="AGREEMENT" label="Agreement / اتفاق"/>
<category render="true" symbol="25" value="CEASEFIRE" label="Ceasefire / وقف إطلاق النار"/>
<category render="true" symbol="26" value="STATEMENT" label="Statement / تصريح"/>
<category render="true" symbol="27" value="VOTE" label="Vote / تصويت"/>
<category render="true" symbol="28" value="APPOINTMENT" label="Appointment / تعيين"/>
<category render="true" symbol="29" value="DISPLACEMENT" label="Displacement / نزوح"/>
<category render="true" symbol="30" value="AID" label="Aid / مساعدات"/>
<category render="true" symbol="31" value="SANCTION" label="Sanction / عقوبات"/>
<category render="true" symbol="32" value="CRASH" label="Crash / حادث"/>
<category render="true" symbol="33" value="FIRE_BLAST" label="Fire or blast / حريق أو انفجار"/>
<category render="true" symbol="34" value="FLOOD_STORM" label="Flood or storm / فيضان أو عاصفة"/>
<category render="true" symbol="35" value="EARTHQUAKE" label="Earthquake / زلزال"/>
</categories>
<symbols>
<symbol type="marker" alpha="1" name="0"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="183,28,28,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="1"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="198,40,40,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="2"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="216,67,21,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="3"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="142,0,56,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="4"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="106,0,50,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="5"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="229,57,53,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="6"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="136,14,79,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="7"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="173,20,87,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="8"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="106,27,154,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="9"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="191,54,12,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="10"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="230,81,0,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="11"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="239,108,0,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="12"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="158,157,36,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="13"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="161,51,11,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="14"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="121,85,72,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="15"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="93,64,55,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="16"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="130,119,23,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="17"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="249,168,37,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="18"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="255,143,0,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="19"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="69,39,160,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="20"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="81,45,168,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="21"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="0,137,123,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="22"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="2,136,209,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="23"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="2,119,189,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="24"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="46,125,50,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="25"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="56,142,60,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="26"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="120,144,156,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="27"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="21,101,192,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="28"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="40,53,147,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="29"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="0,105,92,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="30"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="67,160,71,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="31"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="78,52,46,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="32"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="84,110,122,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="33"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="255,87,34,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="34"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="25,118,210,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
<symbol type="marker" alpha="1" name="35"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="109,76,65,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3.2"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<symbol type="marker" alpha="1" name="centerSymbol"><layer class="SimpleMarker" enabled="1"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="125,125,125,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="1.6"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
</renderer-v2>
<labeling type="simple"><settings><text-style isExpression="1" fontFamily="Noto Sans" fontSize="9" fontSizeUnit="Point" textColor="30,30,30,255" fieldName="coalesce(&quot;place_text&quot;,&quot;place_name&quot;)"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255"/></text-style><placement placement="6" dist="1.2" distUnits="MM" predefinedPositionOrder="R,L,TR,BR,TL,BL,T,B" offsetType="1"/><rendering displayAll="0"/></settings></labeling>
<aliases>
<alias field="event_id" index="0" name="Event / الحدث"/>
<alias field="article_id" index="1" name="Article / الخبر"/>
<alias field="event_type" index="2" name="Event type / نوع الحدث"/>
<alias field="acled_type" index="3" name="ACLED type / نوع ACLED"/>
<alias field="acled_sub" index="4" name="ACLED sub-type / النوع الفرعي ACLED"/>
<alias field="cameo" index="5" name="CAMEO code / رمز CAMEO"/>
<alias field="plover" index="6" name="PLOVER type / نوع PLOVER"/>
<alias field="status" index="7" name="Status / الحالة"/>
<alias field="date_start" index="8" name="First day / من تاريخ"/>
<alias field="date_end" index="9" name="Last day / إلى تاريخ"/>
<alias field="date_prec" index="10" name="Date precision / دقة التاريخ"/>
<alias field="date_level" index="11" name="Date known to the / مستوى التاريخ"/>
<alias field="date_text" index="12" name="Date (as written) / التاريخ كما ورد"/>
<alias field="date_edtf" index="13" name="Date (EDTF) / التاريخ (EDTF)"/>
<alias field="date_why" index="14" name="Date basis / أساس التاريخ"/>
<alias field="published" index="15" name="Published / تاريخ النشر"/>
<alias field="place_text" index="16" name="Place (as written) / المكان كما ورد"/>
<alias field="place_name" index="17" name="Place / المكان"/>
<alias field="name_ar" index="18" name="Place (Arabic) / المكان بالعربية"/>
<alias field="place_id" index="19" name="Place id / معرف المكان"/>
<alias field="place_type" index="20" name="Kind of place / صنف المكان"/>
<alias field="place_code" index="21" name="Feature code / رمز المعلم"/>
<alias field="admin1" index="22" name="Province / المحافظة"/>
<alias field="adm1_code" index="23" name="Province code / رمز المحافظة"/>
<alias field="country" index="24" name="Country / رمز الدولة"/>
<alias field="iso3" index="25" name="Country (3 letters) / رمز الدولة (3 أحرف)"/>
<alias field="latitude" index="26" name="Latitude / خط العرض"/>
<alias field="longitude" index="27" name="Longitude / خط الطول"/>
<alias field="where_prec" index="28" name="Place precision / دقة المكان"/>
<alias field="geo_level" index="29" name="Place known to the / مستوى المكان"/>
<alias field="radius_m" index="30" name="Uncertainty (m) / هامش الخطأ (م)"/>
<alias field="place_why" index="31" name="Place basis / أساس المكان"/>
<alias field="confidence" index="32" name="Confidence / الثقة"/>
<alias field="geo_conf" index="33" name="Place confidence / الثقة في المكان"/>
<alias field="place_conf" index="34" name="Sureness of the place / درجة التأكد من المكان"/>
<alias field="match_type" index="35" name="Name match / تطابق الاسم"/>
<alias field="cand_n" index="36" name="Candidates / عدد الأماكن الممكنة"/>
<alias field="cand_alt" index="37" name="Other candidates / أماكن ممكنة أخرى"/>
<alias field="fatal_best" index="38" name="Deaths / القتلى"/>
<alias field="fatal_low" index="39" name="Deaths (low) / القتلى (الأدنى)"/>
<alias field="fatal_high" index="40" name="Deaths (high) / القتلى (الأعلى)"/>
<alias field="injured" index="41" name="Injured / الجرحى"/>
<alias field="miss_best" index="42" name="Missing / المفقودون"/>
<alias field="miss_low" index="43" name="Missing (low) / المفقودون (الأدنى)"/>
<alias field="miss_high" index="44" name="Missing (high) / المفقودون (الأعلى)"/>
<alias field="displ_best" index="45" name="Displaced / النازحون"/>
<alias field="displ_low" index="46" name="Displaced (low) / النازحون (الأدنى)"/>
<alias field="displ_high" index="47" name="Displaced (high) / النازحون (الأعلى)"/>
<alias field="trigger" index="48" name="Trigger / اللفظ الدال"/>
<alias field="actor1" index="49" name="Actor 1 / الطرف الأول"/>
<alias field="actor2" index="50" name="Actor 2 / الطرف الثاني"/>
<alias field="attributed" index="51" name="According to / نقلا عن"/>
<alias field="title" index="52" name="Title / العنوان"/>
<alias field="source" index="53" name="Source / المصدر"/>
<alias field="url" index="54" name="Address / الرابط"/>
<alias field="lang" index="55" name="Language / اللغة"/>
<alias field="snippet" index="56" name="Sentence / الجملة"/>
<alias field="txt_start" index="57" name="Text from / بداية النص"/>
<alias field="txt_end" index="58" name="Text to / نهاية النص"/>
<alias field="n_sources" index="59" name="Articles / عدد الأخبار"/>
<alias field="articles" index="60" name="Article ids / معرفات الأخبار"/>
</aliases>
<mapTip>&lt;b&gt;[% replace(replace(coalesce(&quot;place_name&quot;,&quot;place_text&quot;,''),'&amp;','&amp;amp;'),'&lt;','&amp;lt;') %] [% replace(replace(coalesce(&quot;name_ar&quot;,''),'&amp;','&amp;amp;'),'&lt;','&amp;lt;') %]&lt;/b&gt; ([% &quot;event_type&quot; %], [% &quot;status&quot; %])&lt;br&gt;[% replace(replace(coalesce(&quot;date_edtf&quot;,''),'&amp;','&amp;amp;'),'&lt;','&amp;lt;') %]&lt;br&gt;&lt;span dir=&quot;auto&quot;&gt;[% replace(replace(coalesce(&quot;snippet&quot;,''),'&amp;','&amp;amp;'),'&lt;','&amp;lt;') %]&lt;/span&gt;</mapTip>
<layerGeometryType>0</layerGeometryType>
</qgis>
