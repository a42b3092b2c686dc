packhorseIndex(1, [["summary", 1],["word", 1]],
"Aab~tBllBnxietyCyBv,ageAbet]rAch|geGdB:^B`fid-=AdetailB`eAeffectBv,yBxpec]dDla[Af^+Bigu>AgetBiv&Ah|dov,Bigh,A[C]rv;Droduc&I!Aju@Ak[dBnowEnAlifeAm}nBuchAnextBobodyA`@B{,Apeop:Crs`Bla=Bo[tB>scrib&A>cogni/dCf,r;G+Asatisfac!Bc_eFdBec`dCp]mb,BhowBoci;A{eDm/lveBwi=CoAw^mB?hheldE~tB_k,D.CuldAy}r",
"$$$$$$&$$$($$$$$$&$(*$&$(($$$$$$$($($&((&$$$&$&$$$$$&$$$*$$($$&",
"tion,ment,ness,able,ing,ent,ion,ate,ive,ed,er,en,st,se,le,al,ce,re,it,ly,in,te,ar,or,on,th,an,ea,ou");
